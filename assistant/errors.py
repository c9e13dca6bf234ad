"""Everything the package raises on purpose.

::

    AssistantError
    ├── CorpusError            a folder of articles cannot be used at all
    │   └── ArticleError       one file cannot be read as an article; the rest of the corpus can
    ├── SavedIndexError        a saved index cannot be used
    │   ├── IndexNotFoundError    there is none at that place
    │   ├── IndexDamagedError     a file is missing, altered or malformed
    │   ├── IndexMismatchError    it was built with another encoder, splitter or format
    │   └── IndexLockedError      another build is running on it
    ├── ModelError             a file of the shipped models does not fit the code
    ├── EncoderError           an encoder cannot be had
    ├── LanguageModelError     a language model gave no whole reply; the answer is then made without it
    └── RequestError           a question, a batch line or an option is not usable

Each message names the thing, the value, what was expected and the command that mends it.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Base of all errors the package raises on purpose."""


class CorpusError(AssistantError):
    """Raised when a folder of articles cannot be used at all."""


class ArticleError(CorpusError):
    """Raised when one file cannot be read as an article; names the file and the reason in one line."""


class SavedIndexError(AssistantError):
    """Raised when a saved index cannot be used."""


class IndexNotFoundError(SavedIndexError):
    """Raised when there is no index at the place given."""


class IndexDamagedError(SavedIndexError):
    """Raised when a file of the index is missing, altered or malformed."""


class IndexMismatchError(SavedIndexError):
    """Raised when the index was built with another encoder, splitter or format."""


class IndexLockedError(SavedIndexError):
    """Raised when another build is running on the same index."""


class ModelError(AssistantError):
    """Raised when a file of the shipped models does not fit the code."""


class EncoderError(AssistantError):
    """Raised when an encoder cannot be loaded or had."""


class LanguageModelError(AssistantError):
    """Raised when a language model gave no whole reply within its time; it holds nothing of what was received."""


class RequestError(AssistantError):
    """Raised when a question, a line of a batch or an option is not usable."""

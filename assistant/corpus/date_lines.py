"""Lines that hold nothing but dates, times, their labels and an agency."""

from __future__ import annotations

import re

from assistant.corpus.vocabulary import AGENCY

_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = (
    "janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?"
    "|dec(?:embre)?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
    "|apr|jun|jul|aug|sep"
)
_DATE_LABEL = (
    r"publie\w*|paru\w*|cree\w*|mise?s?|modifie\w*|actualise\w*|poste\w*|redige\w*|published|updated|posted"
    r"|modified|maj"
    r"|publication|modification|lecture|ecoute|read|ago|il y a"
)
_DATE_TOKEN = re.compile(
    rf"(?:{_DATE_LABEL}|a jour|en ligne|aujourd'hui|hier|avant-hier|today|yesterday|{_DAYS}|{_MONTHS}|derniere?|last"
    r"|\d{1,4}(?:er|st|nd|rd|th)?|\d{1,2}h\d{0,2}|\d+(?:min|mn|sec|s|h)|minutes?|mins?|mn|sec|secondes?|heures?|hours?"
    r"|jours?|days?|semaines?|mois|ans?|environ|moins|a|le|au|de|du|des|d|l|la|on|at|the|et|gmt|utc|est|am|pm|h"
    r"|article|temps|duree|time|date|heure|par|by|il|y|ce|jour|en|ligne|sources?"
    r"|\d{1,2}t\d{1,2}|\d{1,2}z|lun|mer|jeu|ven|sam|dim|edition|premiere|numero|n|no|parution)"
)
DATE_SIGN = re.compile(rf"\b(?:{_DATE_LABEL}|aujourd'hui|hier|{_DAYS}|{_MONTHS}|\d{{4}})\b|\d ?[h:/]")
LABELLED_DATE = re.compile(rf"\b(?:{_DATE_LABEL})\b")
AGENCY_NAME = re.compile(rf"\b(?:{AGENCY})\b")


def is_date_line(plain: str) -> bool:
    """Tell whether dates, times, their labels and an agency are all that a line holds."""
    tokens = re.findall(r"[\w']+", AGENCY_NAME.sub(" ", plain))
    parted = (token[2:] if token[:2] in ("d'", "l'") else token for token in tokens)
    return bool(tokens) and all(_DATE_TOKEN.fullmatch(token) for token in parted)

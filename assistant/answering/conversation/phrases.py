"""The phrases of small talk, French and English, folded: without case, accents and punctuation. Add one to add one."""

from __future__ import annotations

from typing import Literal

from assistant.types import Language

TalkKind = Literal[
    "greeting", "thanks", "goodbye", "identity", "abilities", "wellbeing", "agreement", "praise", "insult", "apology",
    "opinion", "compare",
]  # fmt: skip

# Kind, language ("" where the phrase tells none), phrases.
PHRASES: tuple[tuple[TalkKind, Language | Literal[""], str], ...] = (
    ("greeting", "fr", "bonjour|bonsoir|salut|salu|coucou|bjr|slt|bsr|re bonjour|rebonjour|bonne journee a toi"
                       "|salutations|yo"
     "|bien le bonjour"),
    ("greeting", "en", "hello|hi|hey|hi there|hello there|good morning|good afternoon|good evening|greetings"),
    ("thanks", "fr", "merci|je te remercie|je vous remercie|remerciements|mille mercis|mrc|mersi|mreci|mercie|meci"),
    ("thanks", "en", "thanks|thank you|thx|ty|many thanks|cheers|thank u"),
    ("goodbye", "fr", "au revoir|a bientot|a plus tard|a demain|adieu|bonne journee|bonne soiree|bonne nuit"
                      "|a la prochaine"
     "|ciao|tchao|a plus|bonne fin de journee|bon week end|on s arrete la|ce sera tout"),
    ("goodbye", "en", "goodbye|good bye|bye|bye bye|see you|see you later|see you soon|good night|have a nice day"
                      "|that is all"
     "|that s all|farewell"),
    ("identity", "fr", "qui es tu|tu es qui|t es qui|qui etes vous|vous etes qui|tu t appelles comment"
                       "|comment tu t appelles"
     "|comment t appelles tu|comment vous appelez vous|quel est ton nom|quel est votre nom|c est quoi ton nom"
     "|es tu un robot"
     "|tu es un robot|t es un robot|es tu une ia|tu es une ia|etes vous une ia|etes vous un robot|es tu humain"
     "|tu es humain"
     "|es tu une personne|qui t a cree|qui t a fait|qui vous a cree|que es tu|tu es quoi|qu es tu|qui est tu"
     "|presente toi|presentez vous|es tu chatgpt|tu es chatgpt"),
    ("identity", "en", "who are you|what are you|what s your name|what is your name|are you a bot|are you a robot"
                       "|are you human"
     "|are you an ai|who made you|who created you|are you chatgpt|introduce yourself"),
    ("abilities", "fr", "que sais tu faire|que savez vous faire|que peux tu faire|que pouvez vous faire"
                        "|tu sais faire quoi"
     "|tu peux faire quoi|qu est ce que tu sais faire|qu est ce que tu peux faire|que fais tu|tu fais quoi"
     "|que faites vous"
     "|a quoi sers tu|a quoi tu sers|tu sers a quoi|a quoi servez vous|comment ca marche|ca marche comment"
     "|comment tu marches"
     "|comment fonctionnes tu|comment tu fonctionnes|comment t utiliser|comment cela marche|comment cela fonctionne"
     "|aide"
     "|aide moi|aidez moi|peux tu m aider|tu peux m aider|pouvez vous m aider|a l aide|que peux tu me dire"
     "|que puis je te demander|que puis je demander|que puis je vous demander|quelles questions puis je poser"
     "|que sais tu"
     "|que savez vous|j ai besoin d aide"),
    ("abilities", "en", "what can you do|what do you do|how do you work|how does it work|how does this work|help"
                        "|help me"
     "|can you help me|what can i ask|what can i ask you|what do you know|i need help|what are you for"),
    ("wellbeing", "fr", "ca va|comment ca va|comment vas tu|comment allez vous|tu vas bien|vous allez bien"
     "|la forme|comment tu vas|ca va bien|ca roule"),
    ("wellbeing", "en", "how are you|how are you doing|how s it going|how is it going|what s up|are you ok"),
    ("agreement", "", "ok|okay|k|oki|lol|haha|hahaha|ah|oh"),
    ("agreement", "fr", "d accord|entendu|compris|j ai compris|je comprends|je vois|bien recu|c est note|note"
                        "|tres bien|oui"
     "|non|ouais|si|bien sur|c est bon|ca marche|mdr|ptdr|bien|bon|interessant|c est interessant|vu|dac|peut etre"
     "|ah bon"
     "|sinon|autre chose|autre question|une autre question|j ai une autre question|question suivante|autre sujet"
     "|passons a autre chose|on passe a autre chose|parlons d autre chose|changeons de sujet|change de sujet"
     "|on change de sujet|rien a voir|oublie|laisse tomber"
     "|ah ok|d acc|ca m est egal|tant pis|dommage|pas grave|ce n est pas grave|c est pas grave"),
    ("agreement", "en", "all right|alright|i see|got it|understood|fine|sure|yes|no|yeah|nope|interesting"
                        "|i understand|right"
     "|noted|never mind|makes sense"),
    ("praise", "", "super|bravo|excellent|top|genial"),
    ("praise", "fr", "parfait|c est parfait|c est super|c est genial|c est bien|c est tres bien|bien joue|beau travail"
     "|bon travail|chapeau|tu es genial|t es genial|tu es super|t es super|tu es le meilleur|t es le meilleur"
     "|tu es fort"
     "|t es fort|tu es intelligent|j adore|je t aime|je t adore|c est utile|tres utile|impressionnant|formidable"
     "|magnifique"
     "|bonne reponse|belle reponse|tu gere|tu geres|trop bien|felicitations|vous etes formidable|merveilleux"),
    ("praise", "en", "great|awesome|perfect|well done|good job|good work|nice|nice work|nice job|cool|amazing|brilliant"
     "|you are great|you re great|you are the best|you re the best|i love you|very helpful|that s great|love it|wow"),
    ("insult", "fr", "idiot|imbecile|abruti|cretin|debile|connard|connasse|con|salaud|ordure|merde"
                     "|va te faire foutre|ta gueule"
     "|ferme la|tais toi|tu es nul|t es nul|c est nul|nul|vous etes nul|tu es bete|t es bete|tu es stupide|t es stupide"
     "|tu es idiot|tu es con|t es con|tu sers a rien|tu ne sers a rien|vous ne servez a rien|tu es inutile|t es inutile"
     "|inutile|n importe quoi|c est n importe quoi|tu dis n importe quoi|quelle merde|c est de la merde|je te deteste"
     "|tu t es trompe|tu t es trompee|t es trompe|vous vous etes trompe|vous vous trompez|tu as tort|t as tort"
     "|tu as faux|t as faux|tu as tout faux|t as tout faux|c est pas ca|ce n est pas ca|c est inexact"
     "|c est pas ce que j ai demande|ce n est pas ce que j ai demande|c est pas ma question|ce n est pas ma question"
     "|c est pas la question|ce n est pas la question|reponds a la question|reponds a ma question|tu reponds a cote"
     "|tu reponds pas a la question|tu ne reponds pas a la question|tu n as pas repondu|t as pas repondu|hors sujet"
     "|c est hors sujet|a cote de la plaque|tu es a cote|t es a cote"
     "|tu m enerves|mauvaise reponse|c est faux|tu te trompes|tu mens|ca ne sert a rien|encule|fdp|pauvre type|gros nul"
     "|tu comprends rien|tu ne comprends rien|tu es mauvais|putain"),
    ("insult", "en", "stupid|idiot|dumb|moron|you are stupid|you re stupid|you are an idiot|you re an idiot"
                     "|you are dumb|you suck"
     "|you re dumb|shut up|fuck you|fuck off|fuck|shit|useless|you are useless|you re useless|this is useless|bullshit"
     "|that s not what i asked|that is not what i asked|you made a mistake|answer the question"
     "|i hate you|that s wrong|you are wrong|you re wrong|terrible|asshole"),
    ("apology", "fr", "pardon|desole|desolee|je suis desole|je suis desolee|excuse moi|excusez moi|mes excuses"
                      "|je m excuse"),
    ("apology", "en", "sorry|i m sorry|my bad|excuse me|apologies|my apologies"),
)  # fmt: skip
# A question that begins so asks the assistant what it thinks itself, whatever follows.
OPINION: tuple[tuple[Language, str], ...] = (
    ("fr", "a ton avis|a votre avis|selon toi|selon vous|d apres toi|d apres vous|tu en penses quoi|tu penses quoi"
           "|qu en penses tu|qu en pensez vous|que penses tu|que pensez vous|penses tu|pensez vous|crois tu"
           "|croyez vous|tu crois|vous croyez|quel est ton avis|quel est votre avis|c est quoi ton avis|ton avis"
           "|votre avis|quelle est ton opinion|quelle est votre opinion|es tu pour|es tu contre|de quel cote es tu"
           "|tu es pour qui|toi tu en penses quoi|toi qu en penses tu|qui a raison|qui a tort|qui croire"
           "|qui dois je croire|qui faut il croire"
           "|qui dit la verite|qui dit vrai|qui ment|a qui la faute|qui est dans le vrai"),
    ("en", "in your opinion|what do you think|do you think|what s your opinion|what is your opinion|your opinion"
           "|which side are you on|do you believe|who is right|who is wrong|who is lying|who should i believe"
           "|whom should i believe|whose fault is it|who is telling the truth"),
)  # fmt: skip
# What may stand beside a phrase and says nothing alone.
BESIDE = """
    a tous|a toi|a vous|tout le monde|monsieur|madame|messieurs dames|assistant|l assistant|l ami|mon ami
    |mon vieux|beaucoup|bien|infiniment|tres|vraiment|trop|pour tout|pour ton aide|pour votre aide
    |pour ta reponse|pour votre reponse|pour tes reponses|pour vos reponses|pour cette reponse|pour ces reponses
    |pour l info|pour l information|pour ces informations|pour ces precisions|d avance|encore|encore une fois
    |quand meme|alors|donc|eh|he|hein|mec|chef|toi|vous|et toi|et vous|mais|et|non|oui|ca|c est|tu es|t es
    |vous etes|un|une|quel|quelle|espece d|sale|gros|pauvre|ben|voila|s il te plait|s il vous plait|svp|stp
    |robot|machine|chatbot|bot|bisous|bises|cher|chere|ravi de te connaitre|enchante|so much|very much|a lot
    |there|again|everyone|all|my friend|for your help|for everything|for the answer|for that|please|you|you are
    |very|really|and|but|mate|sir|madam|dear|then|well|oh|ah|that s|it s|is|so|too|just
"""
TRAILING = """
    merci|merci d avance|merci beaucoup|merci bien|s il te plait|s il vous plait|svp|stp|please|thanks|thank you
    |thanks in advance|thank you in advance|pls|plz
"""

"""attribute-contradiction: the narration gives somebody other eyes, another rank, another brother than her
sheet does.
"""

from collections.abc import Iterator

from fabula_daemon.story.checks import Setting, check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.tables.english import persons
from fabula_daemon.story.telling import claims
from fabula_daemon.story.telling.claims import AGES, BODIES, HOMES, KIN, LOOKS, OFFICES, Claim
from fabula_daemon.story.telling.claims.offices import ORDINARY, Vocabulary, vocabulary
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon
from fabula_daemon.story.world.declared import KEYS, Declared, contradicts, held
from fabula_daemon.story.world.lifetimes import lifetime
from fabula_daemon.story.world.relations import disagreement

CODE = "attribute-contradiction"
_KINDS = {
    "eyes": LOOKS,
    "hair": LOOKS,
    "height": BODIES,
    "handedness": BODIES,
    "scars": BODIES,
    "rank": OFFICES,
    "occupation": OFFICES,
    "status": OFFICES,
    "species": OFFICES,
    "sex": OFFICES,
    "home": HOMES,
}


@check(CODE)
def attribute_contradiction(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a warning for each claim of the narration that a sheet contradicts."""
    kinds = _kinds(passage, setting)
    if not kinds:
        return
    seen: set[tuple[str, int]] = set()
    for claim in claims.claims(passage, kinds, _vocabulary(setting)):
        if claim.entity is None or (claim.key, claim.start) in seen:
            continue
        found = _against(claim, claim.entity, setting)
        if found:
            who, key, said = found
            seen.add((claim.key, claim.start))
            yield _finding(claim, who, key, said, passage, setting)


def _kinds(passage: Passage, setting: Setting) -> frozenset[str]:
    """Return which kinds of claims can contradict anything that is declared of those in mind."""
    persons_here = {mention.entity for mention in passage.mentions} | set(passage.focus.recent)
    kinds = set[str]()
    for entity in persons_here:
        if entity is not None:
            kinds |= _declared_kinds(setting.canon).get(entity, frozenset())
    if setting.attributes and persons_here - {None}:
        kinds.add(OFFICES)
    return frozenset(kinds)


@once_a_canon
def _declared_kinds(canon: Canon) -> dict[Entity, frozenset[str]]:
    """Return, for each character, of what kinds its sheet declares something."""
    return {entity: frozenset(_kinds_of(entity)) for entity in canon.characters}


def _kinds_of(entity: Entity) -> Iterator[str]:
    sheet = entity.sheet
    if sheet is None or sheet.kind == "roster":
        return
    for key, kind in _KINDS.items():
        if any(name in sheet.facts for name in KEYS[key]):
            yield kind
    if not persons.KIN.keys().isdisjoint(sheet.facts):
        yield KIN
    if any(not isinstance(fact.value, dict) for fact in sheet.facts.get("age", ())):
        yield AGES


def _vocabulary(setting: Setting) -> Vocabulary:
    """Return the words for what somebody can be: those of the language, the sheets and the settings."""
    if not setting.attributes:
        return _of_canon(setting.canon)
    own = {key: frozenset(values) for key, values in setting.attributes.items() if key not in _KINDS}
    return vocabulary({**_values(setting.canon), **own})


@once_a_canon
def _of_canon(canon: Canon) -> Vocabulary:
    return vocabulary(_values(canon))


def _values(canon: Canon) -> dict[str, frozenset[str]]:
    used = {key for entity in canon.characters if entity.sheet for key in entity.sheet.facts}
    values = {key: words for key, words in ORDINARY.items() if not used.isdisjoint(KEYS[key])}
    for key in {"rank", "species"} & values.keys():
        declared = {
            " ".join(str(fact.value).split())
            for entity in canon.characters
            for name in KEYS[key]
            for fact in (entity.sheet.facts.get(name, ()) if entity.sheet else ())
            if isinstance(fact.value, str)
        }
        values[key] = ORDINARY[key] | {value.lower() for value in declared if len(value.split()) <= 3}
    return values


def _against(claim: Claim, entity: Entity, setting: Setting) -> tuple[Entity, str, str] | None:
    """Return whose sheet says otherwise than a claim, under which key, and what."""
    canon, chapter = setting.canon, setting.number
    if claim.key == "kin":
        return _kin_against(claim, entity, setting)
    if claim.key == "age":
        life = lifetime(canon, entity, chapter)
        low, high = claim.value if isinstance(claim.value, tuple) else (0, 0)
        if life is None or life.reckoned or (low <= life.years[1] and life.years[0] <= high):
            return None
        return entity, life.key, str(life.years[0])
    declared = held(canon, entity, claim.key, chapter)
    if declared is None:
        return None
    if claim.key in setting.attributes and claim.key not in _KINDS:
        values = {value.lower() for value in setting.attributes[claim.key]}
        wrong = declared.text in values and declared.text != claim.value
    else:
        wrong = contradicts(claim, declared, entity, canon, chapter)
    return (entity, declared.key, _said(declared)) if wrong else None


def _kin_against(claim: Claim, entity: Entity, setting: Setting) -> tuple[Entity, str, str] | None:
    word = str(claim.value)
    found = disagreement(setting.canon, entity, word, claim.other, setting.number)
    if found:
        who, key = found
        value = held(setting.canon, who, key, setting.number)
        return who, key, _said(value) if value else ""
    status = held(setting.canon, entity, "status", setting.number)
    if (
        word in ("husband", "wife")
        and status
        and status.text in ("unmarried", "single", "bachelor", "spinster")
    ):
        return entity, status.key, status.text
    return None


def _said(declared: Declared) -> str:
    return ", ".join(map(str, declared.value)) if isinstance(declared.value, list) else str(declared.value)


def _finding(claim: Claim, who: Entity, key: str, said: str, passage: Passage, setting: Setting) -> Finding:
    replaceable = claim.key in ("eyes", "hair", "handedness") and said.isalpha() and " " not in claim.text
    return Finding(
        setting.path,
        claim.start,
        claim.end,
        claim.text,
        CODE,
        Severity.WARNING,
        f"“{' '.join(claim.text.split())}” contradicts the sheet of {who.name}, which says {key}: {said}.",
        evidence=(sentence_evidence(setting, passage, claim.start), *sheet_evidence(who, key)),
        suggestions=(said,) if replaceable else (),
        data={"name": who.name, "key": key, "value": said},
    )

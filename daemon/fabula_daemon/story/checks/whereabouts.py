"""whereabouts: somebody is at a place although the sheets say that she is elsewhere in this chapter.

Either a sentence says so itself (“Brandsma sat in the Plimsoll”), or she acts in a scene of which two things
at least show that it is somewhere else: a place that is named, somebody there who is there by the sheets.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from fabula_daemon.story.checks import Setting, Sighting, page_check, sentence_evidence
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.telling.acting import Act, acts
from fabula_daemon.story.telling.frames import frames_at, is_from_afar
from fabula_daemon.story.telling.presence import is_present, is_there, named_here
from fabula_daemon.story.text.narration import narration
from fabula_daemon.story.world.canon import Entity
from fabula_daemon.story.world.places import Places, Stay, places

CODE = "whereabouts"
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody acts, and stays somewhere by the sheets; `finding` tells it if the scene is not there."""

    stays: tuple[Stay, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Sign:
    """Something shows where the scene is: a place that is named, or somebody who is there, and stays there by
    the sheets. Somebody's firm stay is enough; places, however many, count as much as one person.
    """

    what: str
    places: tuple[Entity, ...]
    evidence: Evidence
    is_person: bool = False
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a paragraph shows: contradictions by itself, who may be out of place, and where the scene is."""

    findings: tuple[Finding, ...]
    absent: tuple[Absent, ...]
    signs: tuple[Sign, ...]


def _observe(passage: Passage, setting: Setting) -> Seen | None:
    known = places(setting.canon)
    if setting.number is None or not (known.wanderers or setting.canon.timeline.of(setting.number)):
        return None
    told = narration(passage)
    done = [act for act in acts(passage) if act.mention.entity is not None and _is_now(told, passage, act)]
    named = known.find(told)
    findings: list[Finding] = []
    absent: list[Absent] = []
    signs = [
        Sign(place.name, (place,), sentence_evidence(setting, passage, start))
        for start, end, place in named
        if _is_told_now(told, passage, start) and named_here(told, passage.sentence_at(start), start)
    ]
    for act in done:
        assert act.mention.entity is not None
        stays = known.stays(act.mention.entity, setting.number)
        if not stays:
            continue
        away = _away(known, stays, passage, told, act, named)
        if away is not None:
            findings.append(_finding(passage, setting, act, stays, away.name))
        elif is_present(told, passage.sentence_at(act.mention.start), act) and not is_from_afar(passage.text):
            if stays[0].firm:
                absent.append(Absent(stays, _finding(passage, setting, act, stays, "")))
            signs.append(_sign_of(act.mention.entity, stays))
    return Seen(tuple(findings), tuple(absent), tuple(signs)) if findings or absent or signs else None


@page_check(CODE, _observe)
def whereabouts(setting: Setting, seen: Sequence[Sighting[Seen]]) -> Iterator[Finding]:
    """Yield a warning for each sentence, and each scene and person, at a place where she cannot be."""
    known = places(setting.canon)
    for _, group in groupby(seen, key=lambda sighting: sighting.scene):
        scene = list(group)
        said: set[str] = set()
        for sighting in scene:
            for finding in sighting.seen.findings:
                said.add(finding.data["name"])
                yield finding.moved(sighting.start)
        signs: dict[str, tuple[int, Sign]] = {}
        for sighting in scene:
            for sign in sighting.seen.signs:
                signs.setdefault(sign.what, (sighting.start, sign))
        for sighting in scene:
            for absent in sighting.seen.absent:
                name = absent.finding.data["name"]
                proof = [] if name in said else _proof(known, absent, signs.values(), setting.path)
                if proof:
                    said.add(name)
                    found = absent.finding.moved(sighting.start)
                    yield replace(found, evidence=(*found.evidence, *proof))


def _proof(known: Places, absent: Absent, signs: Iterable[tuple[int, Sign]], path: str) -> list[Evidence]:
    """Return what shows that the scene is not where somebody stays; nothing if it is not sure."""
    against: list[tuple[Sign, Evidence]] = []
    for start, sign in signs:
        if sign.what == absent.finding.data["name"]:
            continue
        if not all(known.apart(stay.place, place) for stay in absent.stays for place in sign.places):
            return []
        evidence = sign.evidence.moved(start) if sign.evidence.path == path else sign.evidence
        against.append((sign, evidence))
    people = [sign for sign, _ in against if sign.is_person]
    enough = any(sign.firm for sign in people) or len(people) + (len(against) > len(people)) >= _ENOUGH
    return [evidence for _, evidence in against][:_ENOUGH] if enough else []


def _is_now(told: str, passage: Passage, act: Act) -> bool:
    """Whether what somebody does happens there and then."""
    if act.negated or act.auxiliary not in ("", "was", "had"):
        return False
    return _is_told_now(told, passage, act.mention.start)


def _is_told_now(told: str, passage: Passage, at: int) -> bool:
    start, end = passage.sentence_at(at)
    return not frames_at(told[start:end], at - start)


def _away(
    known: Places,
    stays: Sequence[Stay],
    passage: Passage,
    told: str,
    act: Act,
    named: Sequence[tuple[int, int, Entity]],
) -> Entity | None:
    """Return the place at which the act's own sentence has somebody who stays elsewhere."""
    sentence = passage.sentence_at(act.mention.start)
    for start, end, place in named:
        inside = sentence[0] <= start and end <= sentence[1]
        apart = inside and all(known.apart(stay.place, place) for stay in stays)
        real = apart and _is_told_now(told, passage, start)
        if real and is_there(told, sentence, act, (start, end)):
            return place
    return None


def _sign_of(entity: Entity, stays: Sequence[Stay]) -> Sign:
    return Sign(entity.name, tuple(stay.place for stay in stays), stays[0].evidence, True, stays[0].firm)


def _finding(passage: Passage, setting: Setting, act: Act, stays: Sequence[Stay], where: str) -> Finding:
    mention, entity = act.mention, act.mention.entity
    assert entity is not None
    there = " and ".join(dict.fromkeys(f"“{stay.place.name}”" for stay in stays))
    source = "the sheet" if stays[0].firm else "timeline.md"
    here = f"; here the place is “{where}”" if where else ", and this scene is not there"
    evidence = tuple(dict.fromkeys(stay.evidence for stay in stays))
    return Finding(
        path=setting.path,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        code=CODE,
        severity=Severity.WARNING if stays[0].firm else Severity.INFORMATION,
        message=f"By {source} {entity.name} is at {there} in chapter {setting.number}{here}.",
        evidence=(sentence_evidence(setting, passage, mention.start), *evidence),
        data={"name": entity.name, "place": where},
    )

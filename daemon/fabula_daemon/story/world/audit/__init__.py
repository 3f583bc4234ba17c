"""What the world's own files say that cannot be: names that clash, links to nowhere, facts that disagree.

Each file here looks for one thing. They see all sheets at once, and none costs more than a pass over them.
"""

from collections.abc import Iterable, Sequence

from fabula_daemon.story.findings import Finding
from fabula_daemon.story.text.links import Targets
from fabula_daemon.story.world import timeline
from fabula_daemon.story.world.audit import chapters, contradictions, dangling, names
from fabula_daemon.story.world.canon import Canon
from fabula_daemon.story.world.sheets import Sheet


def audit(sheets: Iterable[Sheet], canon: Canon, targets: Targets) -> list[Finding]:
    """Return the findings about the sheets that make up a canon, its timeline and its rules.

    Sheets that Fabula proposed are not looked at. `targets` is what links may lead to.
    """
    own: Sequence[Sheet] = [sheet for sheet in sorted(sheets, key=lambda s: s.path) if not sheet.proposed]
    known = {form for entity in canon.entities for form in (*entity.forms, entity.name)}
    return [
        *names.findings(canon),
        *chapters.findings(own, canon),
        *contradictions.findings(canon),
        *dangling.findings(own, targets),
        *timeline.strangers(canon.timeline, known),
    ]

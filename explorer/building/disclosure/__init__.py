"""What may leave the ministry: the release is made here, and audited before it is published.

``docs/disclosure.md`` gives the method, its limits and its sources.
"""

from explorer.building.disclosure.audit import audit, examine
from explorer.building.disclosure.earlier import in_force, read_earlier_releases
from explorer.building.disclosure.releasing import SHIPPED_RESULTS, Workshop, make_release, shipped_results, write_audit
from explorer.building.disclosure.results import AuditResult, Known, UnitResult, write_results

__all__ = [
    "SHIPPED_RESULTS",
    "AuditResult",
    "Known",
    "UnitResult",
    "Workshop",
    "audit",
    "examine",
    "in_force",
    "make_release",
    "read_earlier_releases",
    "shipped_results",
    "write_audit",
    "write_results",
]

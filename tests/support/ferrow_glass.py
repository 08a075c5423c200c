"""A plan without a finding as of 2026-06-01, and the same with an objective that is our own work."""

GOOD = """---
type: call-plan
account: Ferrow Glass
date: 2026-06-09
stage: discover
our-team: [Jun Okada]
---
# Furnace call

**Sales objective:** Ferrow Glass orders one burner retrofit (EUR 90k) by 30 November 2026.
**Client's win:** gas per tonne down by a tenth before the winter tariff.
**Attendees:** Lena Marsh (Ferrow Glass), Jun Okada
**Why they see us:** their gas bill of the winter.

**Objective:** Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026.
**Fallback:** Lena names the meter of furnace 2 on the call.
"""
ADVANCE = "Lena Marsh sends Jun the gas bills of the first quarter by 12 June 2026."
BAD = GOOD.replace(ADVANCE, "Demonstrate the burner to Lena Marsh.")

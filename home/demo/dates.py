"""Days and hours of the demonstration that the customer's page does not give.

All of them are chosen by us. A date that the page does give stands beside the fact
it belongs to, for example with the webinars.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

EASTERN = ZoneInfo("America/New_York")
CENTRAL = ZoneInfo("America/Chicago")

# Chosen: the order is the customer's, the forum first; each after what it tells of.
WEBINARS_ANNOUNCED_ON = date(2017, 9, 12)
QAS_ANNOUNCED_ON = date(2017, 9, 22)
FORUM_REPORTED_ON = date(2017, 10, 3)

# Chosen: the file names give the month alone.
QAS_JULY_ON = date(2017, 7, 31)
QAS_AUGUST_ON = date(2017, 8, 31)
GUIDANCE_OCTOBER_2010_ON = date(2010, 10, 1)
GUIDANCE_MARCH_2017_ON = date(2017, 3, 1)

# Chosen: the day since which the certificate is required; its own date is not known.
CERTIFICATE_ON = date(2017, 7, 1)

# Chosen: the last day of the forum, for what was handed out there.
FORUM_FILES_ON = date(2017, 9, 21)

# Chosen: of the forum and the directors' meetings only the days are known.
DOORS_OPEN, DOORS_CLOSE = time(9), time(17)

# Chosen: nothing is known of a webinar that is yet to come.
SAMPLE_WEBINAR_FROM, SAMPLE_WEBINAR_UNTIL = time(14), time(15)
REGISTRATION_CLOSES_BEFORE = timedelta(hours=1)

# Chosen: the pages that say how the site is run are looked at on the day of loading,
# for they are not published before, and again after this.
POLICIES_HOLD_FOR = timedelta(days=365)

# Chosen: how long the contact for reports of weaknesses holds after loading.
SECURITY_CONTACT_HOLDS_FOR = timedelta(days=180)

TUESDAY = 1


def moment(day: date, clock: time, zone: ZoneInfo = EASTERN) -> datetime:
    """Return a moment by the clocks of a zone, of New York if none is named."""
    return datetime.combine(day, clock, zone)


def next_webinar_on(today: date | None = None) -> date:
    """Return the Tuesday that is four to five weeks away: chosen, and never past."""
    soon = (today or timezone.localdate()) + timedelta(weeks=4)
    return soon + timedelta(days=(TUESDAY - soon.weekday()) % 7)

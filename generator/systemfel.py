"""What the system says of a file, a disk or a process, in Swedish and with what to do about it."""

from __future__ import annotations

import errno

_SAID = {
    errno.ENOSPC: ("disken är full", "gör plats på disken och försök igen"),
    errno.EDQUOT: ("det utrymme som du får använda på disken är slut", "gör plats där och försök igen"),
    errno.EFBIG: ("filen blev större än den får vara här", "låt filer vara större, eller använd en annan disk"),
    errno.EACCES: ("behörighet saknas", "kontrollera vem som får läsa och skriva där"),
    errno.EPERM: ("det är inte tillåtet", "kontrollera vem som får läsa och skriva där"),
    errno.EROFS: ("disken går bara att läsa", "använd en annan disk, eller gör den skrivbar"),
    errno.EIO: ("disken svarar inte som den ska", "kontrollera att disken är hel"),
    errno.ENOENT: ("filen eller mappen finns inte", "försök igen; någon annan kan ha tagit bort den under tiden"),
    errno.ENOTDIR: ("det ligger en fil där en mapp behövs", "flytta filen"),
    errno.EEXIST: ("där ligger redan något annat", "flytta det"),
    errno.EISDIR: ("det ligger en mapp där en fil behövs", "flytta mappen"),
    errno.ENOTEMPTY: ("någon annan lade något där under tiden", "försök igen"),
    errno.ENAMETOOLONG: ("namnet är längre än vad disken klarar", "använd en mapp med kortare sökväg"),
    errno.EBUSY: ("ett annat program använder den just nu", "vänta tills det är klart och försök igen"),
    errno.EAGAIN: ("ett annat program använder den just nu", "vänta tills det är klart och försök igen"),
    errno.EMFILE: ("för många filer är öppna på en gång", "stäng andra program och försök igen"),
    errno.ENFILE: ("för många filer är öppna på en gång", "stäng andra program och försök igen"),
    errno.ENOMEM: ("datorns minne räcker inte", "stäng andra program och försök igen"),
    errno.EADDRINUSE: ("porten är upptagen", "välj en annan med --port"),
}


def why(error: OSError) -> str:
    """Why it did not work, as a part of a sentence; the system's number where we have no words for it."""
    code = error.errno
    return _SAID[code][0] if code in _SAID else f"systemets fel nummer {code}" if code else "okänt fel"


def cure(error: OSError) -> str:
    """What to do about it; empty where we do not know."""
    return _SAID[error.errno][1] if error.errno in _SAID else ""

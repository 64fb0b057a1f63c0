"""Recognises files that cannot be read as pictures by their first bytes, to name their format."""

from __future__ import annotations

from icnn_engine.core.language import translate

BRANDS = {  # major brands of the ISO container that phones and video cameras write
    b"heic": "HEIC", b"heix": "HEIC", b"hevc": "HEIC", b"heim": "HEIC", b"heis": "HEIC", b"mif1": "HEIC or AVIF",
    b"msf1": "HEIC or AVIF", b"avif": "AVIF", b"avis": "AVIF", b"crx ": "Canon raw (CR3)", b"jp2 ": "JPEG 2000",
}  # fmt: skip
PICTURES = (  # (offset, bytes, name)
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (0, b"II\xbc", "JPEG XR"),
    (8, b"CR\x02", "Canon raw (CR2)"),
    (0, b"FUJIFILMCCD-RAW", "Fujifilm raw (RAF)"),
    (0, b"IIRO", "Olympus raw (ORF)"),
    (0, b"IIU\0", "Panasonic raw (RW2)"),
    (0, b"8BPS", "Photoshop"),
    (0, b"v/1\x01", "OpenEXR"),
    (0, b"#?RADIANCE", "Radiance HDR"),
    (0, b"DDS ", "DirectDraw"),
    (0, b"\0\0\1\0", "ICO"),
    (0, b"BPG\xfb", "BPG"),
    (128, b"DICM", "DICOM"),
    (0, b"SIMPLE  =", "FITS"),
    (344, b"n+1\0", "NIfTI"),
    (0, b"<svg", "SVG"),
    (0, b"P1\n", "PBM"), (0, b"P2\n", "PGM"), (0, b"P3\n", "PPM"),
    (0, b"P4\n", "PBM"), (0, b"P5\n", "PGM"), (0, b"P6\n", "PPM"), (0, b"P7\n", "PAM"),
    (0, b"gimp xcf", "GIMP"),
)  # fmt: skip
OTHERS = (
    (0, b"%PDF", "PDF"),
    (0, b"PK\x03\x04", "ZIP"),
    (0, b"\x1f\x8b", "gzip"),
    (0, b"\x89HDF\r\n\x1a\n", "HDF5"),
    (0, b"\x93NUMPY", "NumPy"),
    (0, b"RIFF", "RIFF (WAV, AVI)"),
    (4, b"ftyp", "MPEG-4"),
    (0, b"\x1a\x45\xdf\xa3", "Matroska"),
)
READ = (
    (0, b"\xff\xd8\xff", "JPEG"), (0, b"\x89PNG\r\n", "PNG"), (0, b"GIF8", "GIF"), (0, b"BM", "BMP"),
    (8, b"WEBP", "WebP"), (0, b"II*\0", "TIFF"), (0, b"MM\0*", "TIFF"), (0, b"II+\0", "TIFF"), (0, b"MM\0+", "TIFF"),
)  # fmt: skip
PAGES = (b"<!doctype html", b"<html", b"<head")


def what_it_is(data: bytes, ending: str) -> str:
    """Return why a file with this ending cannot be read as a picture, with advice."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t")
    name = BRANDS.get(data[8:12], "") if data[4:8] == b"ftyp" else _named(data, PICTURES)
    if start.startswith(b"<?xml") and b"<svg" in data[:4096]:
        name = "SVG"
    if name:
        return translate(
            "Errors", "its format is {kind}, although it is named {ending}; convert it to JPEG or PNG"
        ).format(kind=name, ending=ending)
    if name := _named(data, READ):
        return translate("Errors", "the picture is damaged ({text})").format(text=name)
    if start.lower().startswith(PAGES):
        text = translate("Errors", "it is a web page named {ending}: the download failed; get the picture again")
    elif start.startswith(b"version https://git-lfs"):
        text = translate("Errors", "it is a Git LFS pointer named {ending}, not the picture: run “git lfs pull”")
    elif name := _named(data, OTHERS):
        text = translate("Errors", "its format is {kind}, which is no picture, although it is named {ending}")
    else:
        text = translate("Errors", "it is not a picture, although it is named {ending}")
    return text.format(kind=name, ending=ending)


def _named(data: bytes, signatures: tuple[tuple[int, bytes, str], ...]) -> str:
    return next((name for at, mark, name in signatures if data[at : at + len(mark)] == mark), "")

"""Takes the README's picture anew: the vote of the Security Council on 25 October 2023, first draft, on the page.

Needs playwright and chromium: python benchmarks/page_picture.py
"""

import base64
import os
import shutil
import struct
import sys
import threading
import time
import zlib
from pathlib import Path

import numpy as np
import uvicorn
from numpy.typing import NDArray
from playwright.sync_api import sync_playwright

from psephos.show.web.app import create_app

PICTURE = Path(__file__).parent.parent / "docs" / "img" / "scenario.png"
VOTE = "body=unsc&on=2023-10-25&no=CHN,RUS,ARE&abstain=BRA,MOZ&others=yes"
MOST = 150_000
PIXELS = """async (picture) => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const found = canvas.getImageData(0, 0, image.width, image.height).data;
    let text = "";
    for (let at = 0; at < found.length; at += 32768) text += String.fromCharCode(...found.subarray(at, at + 32768));
    return [image.width, btoa(text)];
}"""


def served() -> tuple[uvicorn.Server, str]:
    """The page at an address of its own."""
    server = uvicorn.Server(uvicorn.Config(create_app(), port=0, log_level="error", ws="none"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return server, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


def taken(address: str) -> NDArray[np.uint8]:
    """The pixels of the page down to the end of the verdict: rows of columns of red, green, blue."""
    chromium = os.environ.get("PSEPHOS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light", bypass_csp=True)
        page.goto(f"{address}/?{VOTE}")
        page.evaluate("() => document.querySelectorAll('.share, .rule').forEach((one) => one.remove())")
        boxes = [page.locator(card).bounding_box() for card in (".chamber", ".verdict")]
        lowest = max(box["y"] + box["height"] for box in boxes if box)
        shot = page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": lowest + 16}, full_page=True)
        width, pixels = page.evaluate(PIXELS, base64.b64encode(shot).decode())
        browser.close()
    found: NDArray[np.uint8] = np.frombuffer(base64.b64decode(pixels), dtype=np.uint8).reshape(-1, width, 4)
    return found[..., :3]


def in_few_colours(pixels: NDArray[np.uint8]) -> bytes:
    """A PNG of the 256 most frequent colours; every other takes the nearest of these."""
    height, width, _ = pixels.shape
    colours, place, number = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(-number)[:256]]
    far = ((colours[:, None, :].astype(np.int32) - kept[None, :, :]) ** 2).sum(axis=2)
    rows = far.argmin(axis=1).astype(np.uint8)[place.reshape(-1)].reshape(height, width)
    lines = b"".join(b"\0" + row.tobytes() for row in rows)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)), (b"PLTE", kept.tobytes())]
    chunks += [(b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def main() -> int:
    """Take the picture, and say by the exit code whether it is light enough."""
    server, address = served()
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(in_few_colours(taken(address)))
    server.should_exit = True
    size = PICTURE.stat().st_size
    print(f"{PICTURE.name}: {size / 1000:.0f} kB (at most {MOST / 1000:.0f})")
    return 0 if size <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())

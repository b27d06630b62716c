"""The PyPI client `zalo-sdk` against `donghanh simulate zalo`.

Prints `ok …` or `FAILED …` for each thing tried, then `N passed, M failed`; the exit status is the verdict.
"""

import argparse
import base64
import importlib
import os
import pathlib
import secrets
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.parse
import zlib
from hashlib import sha256

import requests
import zalo_sdk
from zalo_sdk.oa import Client
from zalo_sdk.zns.Client import Client as NoticeClient
from zalo_sdk.zns.Client import ZNSTemplateStatus

# The package hides the module of this name behind the class of the same name.
importlib.import_module("zalo_sdk.oa.ZaloMessage")
messages = sys.modules["zalo_sdk.oa.ZaloMessage"]

APP = "4410000000000000001"
SECRET = "ung-dung-trinh-dien"
CALLBACK = "https://app.example/callback"
PHONE = "84900000001"


class Platform:
    """`donghanh simulate zalo` on a free port."""

    def __init__(self, program, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self.log = pathlib.Path(folder) / "platform.log"
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DONGHANH_")}
        command = [program, "simulate", "zalo", "--listen", f"127.0.0.1:{port}", "--webhook", "http://127.0.0.1:9/", "--past"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=folder)
        for _ in range(200):
            if self.process.poll() is not None:
                raise SystemExit(f"the platform ended: {self.log.read_text()}")
            try:
                requests.get(self.base + "/_sim/clock", timeout=1)
                return
            except requests.ConnectionError:
                time.sleep(0.1)
        self.process.kill()
        raise SystemExit("the platform does not listen")

    def play(self, path, **fields):
        """Orders something from the control API."""
        answer = requests.post(self.base + "/_sim/" + path, json=fields, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def lines(self, person):
        return requests.get(f"{self.base}/_sim/users/{person}/messages", timeout=10).json()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


class Proof:
    def __init__(self, platform):
        self.platform = platform
        self.passed = 0
        self.failed = 0
        self.person = platform.play("users", name="Nguyễn Văn An", phone=PHONE)["id"]
        self.first = platform.play(f"users/{self.person}/text", text="Đường vào khu công nghiệp ngập")["msg_id"]
        self.verifier = base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()
        pair = requests.get(platform.base + "/_sim/token", timeout=10).json()
        self.client = Client(
            APP, SECRET, access_token=pair["access_token"], refresh_token=pair["refresh_token"], endpoint_prefix=platform.base)
        self.to = messages.ZaloRecipient(user_id=self.person)

    def check(self, words, work):
        try:
            work()
        except Exception:
            self.failed += 1
            print(f"FAILED {words}\n{traceback.format_exc()}")
        else:
            self.passed += 1
            print(f"ok {words}")

    def refused(self, code, work, kind=zalo_sdk.ZaloException):
        """The call must fail with this code, as this kind of exception."""
        try:
            work()
        except kind as error:
            assert error._code == code, error
        else:
            raise AssertionError(f"{code} was expected")

    def say(self, text, **further):
        return self.client.send_message(self.to, messages.ZaloMessageBody(text=text, **further))

    def notices(self):
        return NoticeClient(APP, SECRET, access_token=self.client.access_token, endpoint_prefix=self.platform.base)

    # OAuth

    def grant(self):
        challenge = base64.urlsafe_b64encode(sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()
        url = self.client.request_authoriation_code_url(CALLBACK, code_challenge=challenge, state="s1")
        answer = requests.get(url.replace("https://oauth.zaloapp.com", self.platform.base), allow_redirects=False, timeout=10)
        assert answer.status_code == 302, answer.text
        query = urllib.parse.parse_qs(urllib.parse.urlparse(answer.headers["location"]).query)
        assert query["state"] == ["s1"] and query["oa_id"], query
        before = self.client.access_token
        self.client.get_access_token_from_authorization_code(query["code"][0], self.verifier)
        assert self.client.access_token != before
        self.refused(-14005, lambda: self.client.get_access_token_from_authorization_code(query["code"][0], self.verifier))

    def refresh(self):
        old_access, old_refresh = self.client.access_token, self.client.refresh_token
        access, refresh, _ = self.client.refresh_acccess_token()
        assert access != old_access and refresh != old_refresh and not self.client.isAccessTokenExpired()
        stale = Client(APP, SECRET, access_token=old_access, refresh_token=old_refresh, endpoint_prefix=self.platform.base)
        self.refused(-14014, stale.refresh_acccess_token)
        self.refused(-220, lambda: stale.get_user_detail(self.person))

    def expired(self):
        self.platform.play("trouble", expiry_in_words=True)
        self.platform.play("token", do="expire")
        self.refused(-216, lambda: self.say("muộn"), kind=zalo_sdk.ZaloOAAuthTokenExpiredException)
        self.refused(-124, lambda: self.notices().get_template_list(0, 10), kind=zalo_sdk.ZaloOAAuthTokenExpiredException)
        self.client.refresh_acccess_token()
        assert self.say("sau khi làm mới")["error"] == 0

    # Messages

    def text(self):
        data = self.say("Đã nhận phản ánh của ông/bà.")["data"]
        assert data["user_id"] == self.person and data["quota"]["quota_type"] == "reply", data
        line = self.platform.lines(self.person)[-1]
        assert line["id"] == data["message_id"] and line["text"] == "Đã nhận phản ánh của ông/bà.", line

    def quote(self):
        self.say("Về việc này:", quote_message_id=self.first)
        assert self.platform.lines(self.person)[-1]["quote"] == self.first

    def picture(self):
        made = self.client.upload_file(png(), "image", "a.png", "image/png")["data"]["attachment_id"]
        elements = [{"media_type": "image", "attachment_id": made}]
        attachment = messages.ZaloAttachment("template", {"template_type": "media", "elements": elements})
        self.say("Ảnh hiện trường", attachment=attachment)
        line = self.platform.lines(self.person)[-1]
        assert line["kind"] == "image" and requests.get(line["attachments"][0]["url"], timeout=10).content == png(), line

    def document(self):
        token = self.client.upload_file(b"%PDF-1.7\n", "file", "tra-loi.pdf", "application/pdf")["data"]["token"]
        self.client.send_message(self.to, messages.ZaloMessageBody(attachment=messages.ZaloAttachment("file", {"token": token})))
        line = self.platform.lines(self.person)[-1]
        assert line["attachments"][0]["name"] == "tra-loi.pdf", line
        self.refused(-201, lambda: self.client.upload_file(b"MZ", "file", "a.exe", "application/octet-stream"))

    def icon(self):
        action = messages.ZaloAction("/-strong", self.first)
        self.client.send_message(self.to, action=action, category="action")
        line = next(line for line in self.platform.lines(self.person) if line["id"] == self.first)
        assert line["reactions"] == ["/-strong"], line

    def wrong(self):
        stranger = messages.ZaloRecipient(user_id="99")
        self.refused(-201, lambda: self.client.send_message(stranger, messages.ZaloMessageBody(text="a")))
        self.refused(-210, lambda: self.say("a" * 2001))
        self.refused(-240, lambda: self.client.send_message(self.to, messages.ZaloMessageBody(text="a"), category="action"))
        self.refused(-209, lambda: self.client.send_message(self.to, messages.ZaloMessageBody(text="a"), category="transaction"))

    def shut(self):
        self.platform.play("clock", seconds=49 * 3600)
        self.client.refresh_acccess_token()
        assert self.say("sau 48 giờ")["data"]["quota"]["quota_type"] == "sub_quota"
        self.platform.play("clock", seconds=6 * 86400)
        self.client.refresh_acccess_token()
        self.refused(-230, lambda: self.say("sau 7 ngày"), kind=zalo_sdk.ZaloOAException)

    # People

    def detail(self):
        data = self.client.get_user_detail(self.person)["data"]
        assert data["display_name"] == "Nguyễn Văn An" and data["user_is_follower"] is False, data
        self.refused(-201, lambda: self.client.get_user_detail("99"))
        self.refused(-209, lambda: self.client.get_profile(self.person))

    def people(self):
        self.platform.play(f"users/{self.person}/follow")
        data = self.client.get_list({"offset": 7300, "count": 50, "is_follower": "true"})["data"]
        assert data["total"] == 7301 and [user["user_id"] for user in data["users"]] == [self.person], data

    def quotas(self):
        person = self.client.get_zalo_user_quotas(self.person)["data"]
        assert int(person["last_interaction"]) > 0 and person["cs_reply"]["remain"] > 0, person
        account = self.client.get_zalo_oa_quotas("OA", "cs", "sub_quota")["data"]
        assert account[0]["total"] == 500, account

    def tags(self):
        self.client.tag_follower(self.person, "Giao thông")
        assert self.client.get_tags_of_oa()["data"] == ["Giao thông"]
        assert self.client.get_list({"offset": 0, "count": 5, "tag_name": "Giao thông"})["data"]["total"] == 1
        self.client.rm_follower_from_tag(self.person, "Giao thông")
        self.client.rm_tag("Giao thông")
        assert self.client.get_tags_of_oa()["data"] == []

    # Template messages

    def notice(self):
        fields = {"ten": "Nguyễn Văn An", "ma": "A1B2", "han": "21/11/2026"}
        data = self.notices().send_zns_message(PHONE, "300001", fields, tracking_id="ho-so-12")["data"]
        line = self.platform.lines(self.person)[-1]
        assert line["id"] == data["msg_id"] and "A1B2" in line["attachments"][0]["text"], line
        self.refused(-108, lambda: self.notices().send_zns_message("0900", "300001", fields, tracking_id="x"))
        self.refused(-131, lambda: self.notices().send_zns_message(PHONE, "300003", fields, tracking_id="x"))

    def templates(self):
        everything = self.notices().get_template_list(0, 10)
        assert everything["metadata"]["total"] == 3 and len(everything["data"]) == 3, everything
        enabled = self.notices().get_template_list(0, 10, ZNSTemplateStatus.Enabled)["data"]
        assert [template["templateId"] for template in enabled] == ["300001", "300002"], enabled

    def run(self):
        self.check("permission with a challenge, a code that is good once", self.grant)
        self.check("refreshed tokens: the old pair is dead", self.refresh)
        self.check("text", self.text)
        self.check("quote", self.quote)
        self.check("picture uploaded, sent and fetched", self.picture)
        self.check("document uploaded and sent; other files refused", self.document)
        self.check("icon on a message", self.icon)
        self.check("wrong recipients, texts and ways are refused by their codes", self.wrong)
        self.check("details of a person", self.detail)
        self.check("list of 7,301 followers, last page", self.people)
        self.check("quota of a person and of the account", self.quotas)
        self.check("tags", self.tags)
        self.check("template message by phone", self.notice)
        self.check("list of templates", self.templates)
        self.check("an expired token is one for the client, on both hosts", self.expired)
        self.check("48 hours, 7 days", self.shut)


def png():
    """A picture of one point."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
        + chunk(b"IEND", b"")
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        platform = Platform(options.program, folder)
        # The client has the address of the OAuth host written into it.
        real = requests.post
        requests.post = lambda url, *rest, **named: real(url.replace("https://oauth.zaloapp.com", platform.base), *rest, **named)
        try:
            proof = Proof(platform)
            proof.run()
        finally:
            status = platform.stop()
        if status != 0:
            proof.failed += 1
            print(f"FAILED the platform ended with {status}:\n{platform.log.read_text()[-2000:]}")
    print(f"{proof.passed} passed, {proof.failed} failed")
    return 1 if proof.failed else 0


if __name__ == "__main__":
    sys.exit(main())

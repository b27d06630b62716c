"""An SMTP server on loopback for the tests: keeps what it takes in a folder, refuses by the name of the mailbox.

    smtp_server.py PORT FOLDER [USER PASSWORD [CERTIFICATE KEY]]
"""
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

REFUSALS = {
    "khongco": "550 5.1.1 No such user here",
    "khongco-cu": "550 mailbox unavailable",
    "day": "552 5.2.2 Mailbox full",
    "cham": "450 4.2.0 Greylisted, come back later",
}
AFTER_DATA = {"chinhsach": "554 5.7.1 Looks like spam", "ban": "451 4.3.0 Try again"}


class Keeper:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = REFUSALS.get(address.split("@")[0])
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        refusal = AFTER_DATA.get(envelope.rcpt_tos[0].split("@")[0])
        if refusal:
            return refusal
        self.count += 1
        session.letters = getattr(session, "letters", 0) + 1
        head = f"X-Envelope: {envelope.mail_from} {envelope.rcpt_tos[0]} {session.letters}\r\n".encode()
        part = os.path.join(self.folder, f"{self.count:04}.part")
        with open(part, "wb") as file:
            file.write(head + envelope.content)
        os.rename(part, part[:-5] + ".eml")
        return "250 2.0.0 Taken"


async def main():
    port, folder = int(sys.argv[1]), sys.argv[2]
    user, password = (sys.argv[3:5] + ["", ""])[:2]
    tls = None
    if len(sys.argv) > 6:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(sys.argv[5], sys.argv[6])

    def check(server, session, envelope, mechanism, data):
        return AuthResult(success=data.login == user.encode() and data.password == password.encode(), handled=False)

    keeper = Keeper(folder)

    def protocol():
        return SMTP(
            keeper, data_size_limit=60_000_000, authenticator=check, auth_required=bool(user), auth_require_tls=False, tls_context=tls,
            require_starttls=tls is not None)

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", port)
    async with server:
        await server.serve_forever()


asyncio.run(main())

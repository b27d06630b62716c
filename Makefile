# Each target is a list of named steps; `make run` and `make test` need nothing but the Swift toolchain on Debian 12.
.PHONY: run test walk bench build packages test-packages golden lint

run: packages
	swift build --product donghanh
	scripts/demonstrate

test: test-packages
	scripts/test

# The browser alone, over a program that is built.
walk: test-packages
	swift build --product donghanh
	scripts/walk

# Measures the release program over 100,000 cases, beside what the engine alone can do; `ARGS="--cases 1000 --rounds 1"` for a quick look.
bench: packages
	@scripts/packages gcc libc6-dev python3 postgresql postgresql-client
	swift build -c release --product donghanh
	bench/run $(ARGS)

build: packages
	swift build

# Rewrites the expected files of the tests; read the difference before you keep it.
golden: packages
	DONGHANH_GOLDEN=write swift test

packages:
	@scripts/packages libsqlite3-dev libpq-dev libargon2-dev zlib1g-dev libzip-dev libgmime-3.0-dev libcurl4-openssl-dev pkg-config libvips-tools

test-packages: packages
	@scripts/packages clamav-daemon dovecot-imapd postgresql chromium fonts-noto-core python3 python3-venv

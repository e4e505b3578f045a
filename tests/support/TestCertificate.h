// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The self-signed certificate of the tests' server, valid from 2020 to 2120 for `localhost` and no other name, and its
// key, which guards nothing.

namespace segue::test {

inline constexpr char kTestCertificate[] = R"(-----BEGIN CERTIFICATE-----
MIIBcjCCARegAwIBAgIBATAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFTZWd1ZSB0
ZXN0IHNlcnZlcjAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowHDEa
MBgGA1UEAwwRU2VndWUgdGVzdCBzZXJ2ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMB
BwNCAAR1a3IAXhXaUKnLHHNg/WgZUwaJ95f+WMerTuFJEuJ2UfkWkBodJYpMVIN8
gksRX5H1OCZW56/DmHRodLpxkHONo0gwRjAPBgNVHRMBAf8EBTADAQH/MBQGA1Ud
EQQNMAuCCWxvY2FsaG9zdDAdBgNVHQ4EFgQUDmk4OtjusvGxQxMXuDEIZ8gvKdsw
CgYIKoZIzj0EAwIDSQAwRgIhAOxped4wceaAHZcpZ1WWgnc9KJ8+Y5R/b+mzJDhz
tO7hAiEAkFg97YRhbR23v09Z25HPT4iGxSt3+Q/huU3hGpc3n00=
-----END CERTIFICATE-----)";

inline constexpr char kTestCertificateKey[] = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfDtVg80i+B22B/NZ
4EEimp4gbn8hqLx5bbBc0+0GZqqhRANCAAR1a3IAXhXaUKnLHHNg/WgZUwaJ95f+
WMerTuFJEuJ2UfkWkBodJYpMVIN8gksRX5H1OCZW56/DmHRodLpxkHON
-----END PRIVATE KEY-----)";

} // namespace segue::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The self-signed certificate of the tests' server, valid from 2020 to 2120 for `localhost` and `segue-test.invalid`
// alone, and its key, which guards nothing.

namespace segue::test {

inline constexpr char kTestCertificate[] = R"(-----BEGIN CERTIFICATE-----
MIIBhjCCASugAwIBAgIBAjAKBggqhkjOPQQDAjAcMRowGAYDVQQDDBFTZWd1ZSB0
ZXN0IHNlcnZlcjAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowHDEa
MBgGA1UEAwwRU2VndWUgdGVzdCBzZXJ2ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMB
BwNCAAR1a3IAXhXaUKnLHHNg/WgZUwaJ95f+WMerTuFJEuJ2UfkWkBodJYpMVIN8
gksRX5H1OCZW56/DmHRodLpxkHONo1wwWjAPBgNVHRMBAf8EBTADAQH/MCgGA1Ud
EQQhMB+CCWxvY2FsaG9zdIISc2VndWUtdGVzdC5pbnZhbGlkMB0GA1UdDgQWBBQO
aTg62O6y8bFDExe4MQhnyC8p2zAKBggqhkjOPQQDAgNJADBGAiEAtAcFI2k69ri/
VUNsOfYh8KZ5aYgWhaUKRPLQbE/CADsCIQCDB8W5MZPi6VqKNDedEi/0oqlKG4bt
Apt4TIImThH9VA==
-----END CERTIFICATE-----)";

inline constexpr char kTestCertificateKey[] = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfDtVg80i+B22B/NZ
4EEimp4gbn8hqLx5bbBc0+0GZqqhRANCAAR1a3IAXhXaUKnLHHNg/WgZUwaJ95f+
WMerTuFJEuJ2UfkWkBodJYpMVIN8gksRX5H1OCZW56/DmHRodLpxkHON
-----END PRIVATE KEY-----)";

} // namespace segue::test

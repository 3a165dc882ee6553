"""The tests, one folder per floor of the package; `tests.harness` is what they stand on."""

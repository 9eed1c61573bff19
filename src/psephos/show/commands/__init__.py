"""The commands: what each option means; the work is done beside, in `psephos.show`."""

import Commands

await DonghanhCommand.start()

print("tongjian")

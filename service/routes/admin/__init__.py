"""The routes of the secretary and the editor: every one of them needs the role `admin`."""

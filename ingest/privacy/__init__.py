"""Personal data: civil registration numbers are masked before anything is stored."""

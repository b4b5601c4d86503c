"""The main job, played through the real windows on the sample network."""

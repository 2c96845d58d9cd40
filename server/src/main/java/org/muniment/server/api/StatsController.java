package org.muniment.server.api;

import org.springframework.web.bind.annotation.RestController;

/** Counts per day. */
@RestController
final class StatsController {}

package org.hotlinegateway.workbench;

/**
 * A step of a route that converts.
 *
 * @param route the route's name
 * @param file the route's file, below the folder of routes
 * @param peer whom the route serves
 * @param queue where the route's work waits
 * @param mapping the mapping the step applies
 * @param when the condition under which the step runs, empty for always
 */
public record RouteStep(String route, String file, String peer, String queue, String mapping, String when) {}

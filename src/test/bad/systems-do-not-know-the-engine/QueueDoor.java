package org.storesync.record;

public class QueueDoor {}

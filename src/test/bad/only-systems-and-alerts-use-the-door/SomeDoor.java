package org.storesync.platform.http;

public class SomeDoor {}

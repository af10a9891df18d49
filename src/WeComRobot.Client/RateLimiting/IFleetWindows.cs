namespace WeComRobot.RateLimiting;

/// <summary>The rate windows that the machines of a fleet share.</summary>
internal interface IFleetWindows
{
    /// <summary>The limit of all robots that have none of their own; null if none is set, or if it is not known at the moment.</summary>
    RateLimit? Limit { get; }

    /// <summary>Sets <see cref="Limit"/> for the fleet.</summary>
    /// <exception cref="WeComException">StateUnwritable: the fleet's state cannot be changed now.</exception>
    void SetLimit(RateLimit limit);

    /// <summary>Creates the window of a key.</summary>
    /// <param name="keyHash">The hash of the key.</param>
    /// <param name="machine">This machine's window of the key, which serves while the fleet's cannot be used.</param>
    IWindowStore Create(string keyHash, LocalWindowStore machine);

    /// <summary>A message begins, which waits for the fleet's state no longer than any other.</summary>
    void Begin();

    /// <summary>Asks whether the fleet's state can be used now.</summary>
    /// <returns>What users must be told; null if it can be used.</returns>
    string? Check();

    /// <summary>What users must be told about the fleet now; null if there is nothing. It is returned once a session.</summary>
    string? TakeWarning();
}

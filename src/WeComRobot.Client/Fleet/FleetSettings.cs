namespace WeComRobot.Fleet;

/// <summary>Where a fleet's shared state is.</summary>
/// <param name="Configuration">The servers and options, as the user wrote them. They may hold the password.</param>
/// <param name="Password">The password, if it comes from elsewhere.</param>
internal sealed record FleetSettings(string Configuration, string? Password)
{
    /// <summary>Says nothing of the values, either of which may hold the password.</summary>
    public override string ToString() => nameof(FleetSettings);
}

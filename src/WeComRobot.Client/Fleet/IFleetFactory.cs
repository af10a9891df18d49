namespace WeComRobot.Fleet;

/// <summary>Makes a fleet. It is the one thing that the module takes from the fleet's own load context (architecture.md#no-third-party-dll).</summary>
internal interface IFleetFactory
{
    /// <summary>Reads the settings. The first question connects.</summary>
    /// <param name="settings">Where the fleet's shared state is.</param>
    /// <exception cref="WeComException">The settings are malformed.</exception>
    IFleet Create(FleetSettings settings);
}

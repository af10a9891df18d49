using System;

namespace WeComRobot.Delivery;

/// <summary>Machines that share their state.</summary>
internal interface IFleet : IDisposable
{
    /// <summary>Where the shared state is, as users may see it: without user and password.</summary>
    string Name { get; }
}

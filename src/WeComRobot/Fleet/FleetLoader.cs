#if !NETFRAMEWORK
using System;
using System.IO;
#endif

namespace WeComRobot.Fleet;

/// <summary>Loads what a fleet needs, when one is asked for.</summary>
internal static class FleetLoader
{
#if NETFRAMEWORK
    /// <summary>
    /// .NET Framework has no load contexts: of each library a process has one version, the one that was loaded first, and the ten or so that
    /// Redis needs would clash with those of other modules (architecture.md#no-third-party-dll).
    /// </summary>
    /// <exception cref="WeComException">Always.</exception>
    public static IFleet Create(FleetSettings settings) =>
        throw new WeComException(FailureCause.InvalidFleet, CommandStrings.FleetNeedsCore, CommandStrings.FleetNeedsCoreRemedy);
#else
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(FleetLoader).Assembly.Location)!, "Redis");

    private static readonly Lazy<IFleetFactory> Factory = new(Load);

    /// <summary>Creates a fleet. What that needs is loaded by the first call, and stays.</summary>
    /// <exception cref="WeComException">InvalidFleet: the settings are malformed, or the files are missing or damaged, or may not be loaded.</exception>
    public static IFleet Create(FleetSettings settings)
    {
        try
        {
            return Factory.Value.Create(settings);
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            throw new WeComException(
                FailureCause.InvalidFleet, CommandStrings.FleetFilesMissing.With(Folder, PlatformExceptions.Describe(e)), CommandStrings.FleetFilesMissingRemedy);
        }
    }

    private static IFleetFactory Load()
    {
        var assembly = new RedisLoadContext(Folder).LoadFromAssemblyPath(Path.Combine(Folder, "WeComRobot.Redis.dll"));
        return (IFleetFactory)Activator.CreateInstance(assembly.GetType("WeComRobot.Redis.RedisFleetFactory", throwOnError: true)!)!;
    }
#endif
}

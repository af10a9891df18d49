using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

/// <summary>Stands for a machine of a fleet: a state folder and a wall clock of its own, and the processes that run there.</summary>
public sealed class FleetMachine : IDisposable
{
    private readonly TestFolder _state = new();
    private readonly List<Worker> _workers = [];
    private readonly IReadOnlyDictionary<string, string> _environment;

    private FleetMachine(IReadOnlyDictionary<string, string> environment) => _environment = environment;

    /// <summary>What its processes share.</summary>
    public string StateFolder => _state.FullName;

    /// <param name="skew">By how much its wall clock is fast; zero needs no faketime.</param>
    public static async Task<FleetMachine> StartAsync(TimeSpan skew = default) =>
        new(skew == TimeSpan.Zero ? new Dictionary<string, string>() : await WrongClock.EnvironmentAsync(skew));

    /// <summary>Starts a process on it, and waits until it could begin.</summary>
    /// <param name="verb">What it does.</param>
    /// <param name="arguments">Its arguments, without those that say on which machine it runs.</param>
    public async Task<Worker> StartWorkerAsync(string verb, params object[] arguments)
    {
        var worker = await Worker.StartAsync(_environment, [verb, "--state", StateFolder, .. arguments]);
        lock (_workers)
        {
            _workers.Add(worker);
        }

        return worker;
    }

    /// <summary>Ends its processes, and removes its state.</summary>
    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
            WrongClock.CleanUp(worker.Id);
        }

        _state.Dispose();
    }
}

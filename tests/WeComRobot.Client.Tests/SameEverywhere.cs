using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using Xunit;

// Tests that wait for other processes keep no core busy: twice as many as cores of a small machine run side by side
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace WeComRobot.Client.Tests;

/// <summary>What differs between machines must not decide a test: texts are English, numbers are written alike, and no proxy is used.</summary>
internal static class SameEverywhere
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        HttpClient.DefaultProxy = new WebProxy();

        // Whoever waits for a socket gets a thread at once, also while other tests keep all cores busy
        ThreadPool.SetMinThreads(32, 32);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;

namespace WeComRobot.Client.Tests;

/// <summary>What differs between machines and must not decide a test: numbers are written alike, and no proxy stands before this machine.</summary>
internal static class SameEverywhere
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        HttpClient.DefaultProxy = new WebProxy();
    }
}

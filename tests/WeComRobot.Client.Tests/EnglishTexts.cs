using System.Globalization;
using System.Runtime.CompilerServices;

namespace WeComRobot.Client.Tests;

/// <summary>The tests read English texts, whatever the language of the person who runs them.</summary>
internal static class EnglishTexts
{
    [ModuleInitializer]
    public static void Choose() =>
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture =
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en-US");
}

using System;
using System.Globalization;

namespace WeComRobot.Client.Tests;

/// <summary>What a user of another language reads.</summary>
internal static class InLanguage
{
    public static T Read<T>(string culture, Func<T> read)
    {
        var own = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
    }
}

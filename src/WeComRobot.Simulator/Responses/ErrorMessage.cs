using System;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace WeComRobot.Simulator.Responses;

/// <summary>The long form of errmsg that the service documents for failures.</summary>
internal static class ErrorMessage
{
    private const int HintSuffixLength = 13;

    public static string Compose(Refusal refusal, DateTimeOffset now, IPAddress? caller)
    {
        var seconds = now.ToUnixTimeSeconds().ToString("D10", CultureInfo.InvariantCulture);
        var suffix = RandomNumberGenerator.GetString("0123456789", HintSuffixLength);
        return $"{refusal.Text}, hint: [{seconds}{suffix}], from ip: {caller}, "
            + $"more info at https://open.work.weixin.qq.com/devtool/query?e={refusal.Code}";
    }
}

using System;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace WeComRobot.Simulator.Answers;

/// <summary>The documented long form of a failure's errmsg.</summary>
internal static class ErrorMessage
{
    private const int HintTail = 13;

    public static string Compose(Refusal refusal, DateTimeOffset now, IPAddress? caller)
    {
        var seconds = now.ToUnixTimeSeconds().ToString("D10", CultureInfo.InvariantCulture);
        var tail = RandomNumberGenerator.GetString("0123456789", HintTail);
        return $"{refusal.Text}, hint: [{seconds}{tail}], from ip: {caller}, "
            + $"more info at https://open.work.weixin.qq.com/devtool/query?e={refusal.Code}";
    }
}

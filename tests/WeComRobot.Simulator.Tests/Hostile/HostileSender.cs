using System;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Hostile;

/// <summary>Sends hostile messages.</summary>
internal static class HostileSender
{
    public static async Task<Envelope> SendAsync(this SimulatorTest test, HostileMessage message)
    {
        var body = message.FileName is null ? message.Body
            : message.Body.Replace(HostileMessage.MediaId, await UploadAsync(test, message), StringComparison.Ordinal);
        return await test.SendAsync(body);
    }

    private static async Task<string> UploadAsync(SimulatorTest test, HostileMessage message)
    {
        var isVoice = message.Body.Contains("\"msgtype\":\"voice\"", StringComparison.Ordinal);
        var disposition = $"Content-Disposition: form-data; name=\"media\"; filename=\"{message.FileName}\"";
        return (await test.UploadAsync(isVoice ? AmrBytes.Narrow(50) : new byte[6], isVoice ? "voice" : "file", disposition: disposition)).Field("media_id");
    }
}

using System;
using System.Collections.Generic;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Media;

/// <summary>The limits of an upload: size, and format and duration of a voice.</summary>
internal static class UploadLimits
{
    private const int MinBytes = 6;
    private const int MaxFileBytes = 20 * 1024 * 1024;
    private const int MaxVoiceBytes = 2 * 1024 * 1024;

    private static readonly TimeSpan MaxVoiceDuration = TimeSpan.FromSeconds(60);

    public static Refusal? Check(string type, ReadOnlySpan<byte> content)
    {
        var isVoice = type == "voice";
        if (content.Length < MinBytes)
        {
            return new Refusal(ErrorCode.FileSize);
        }

        return content.Length > (isVoice ? MaxVoiceBytes : MaxFileBytes)
            ? new Refusal(ErrorCode.FileTooLarge)
            : isVoice ? CheckVoice(content) : null;
    }

    /// <summary>The sizes of an upload that was accepted.</summary>
    public static IEnumerable<PayloadSize> Measure(ReceivedMedia media)
    {
        yield return new("media", media.Size, media.Type == "voice" ? MaxVoiceBytes : MaxFileBytes, "bytes");
        if (media.Seconds is { } seconds)
        {
            yield return new("media", (long)Math.Ceiling(seconds), (long)MaxVoiceDuration.TotalSeconds, "seconds");
        }
    }

    // Inferred: which of the two codes for the format stands for which error
    private static Refusal? CheckVoice(ReadOnlySpan<byte> content) =>
        !AmrFile.IsAmr(content) ? new Refusal(ErrorCode.VoiceFormat)
        : AmrFile.ReadDuration(content) is not { } duration ? new Refusal(ErrorCode.VoiceFrames)
        : duration > MaxVoiceDuration ? new Refusal(ErrorCode.VoiceTooLong)
        : null;
}

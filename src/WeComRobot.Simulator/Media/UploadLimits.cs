using System;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Media;

/// <summary>What a file or a voice may be: size, format, playing time.</summary>
internal static class UploadLimits
{
    private const int LeastBytes = 6;
    private const int MostFileBytes = 20 * 1024 * 1024;
    private const int MostVoiceBytes = 2 * 1024 * 1024;

    private static readonly TimeSpan LongestVoice = TimeSpan.FromSeconds(60);

    public static Refusal? Check(string type, ReadOnlySpan<byte> content)
    {
        var isVoice = type == "voice";
        if (content.Length < LeastBytes)
        {
            return new Refusal(ErrorCode.FileSize);
        }

        return content.Length > (isVoice ? MostVoiceBytes : MostFileBytes)
            ? new Refusal(ErrorCode.FileTooLarge)
            : isVoice ? Voice(content) : null;
    }

    // Inferred: which of the two format codes stands for what
    private static Refusal? Voice(ReadOnlySpan<byte> content) =>
        !AmrVoice.IsAmr(content) ? new Refusal(ErrorCode.VoiceFormat)
        : AmrVoice.Duration(content) is not { } duration ? new Refusal(ErrorCode.VoiceFrames)
        : duration > LongestVoice ? new Refusal(ErrorCode.VoiceTooLong)
        : null;
}

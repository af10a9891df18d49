namespace WeComRobot.Media;

/// <summary>The two kinds of upload (service.md#uploads).</summary>
public enum MediaType
{
    /// <summary>Any file, more than 5 bytes, at most 20 MiB.</summary>
    File,

    /// <summary>An AMR recording, at most 2 MiB and 60 seconds.</summary>
    Voice,
}

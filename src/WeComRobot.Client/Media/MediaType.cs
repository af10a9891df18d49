namespace WeComRobot.Media;

/// <summary>The two kinds of upload (group-robot-api.md, 文件上传接口, <c>type</c>).</summary>
public enum MediaType
{
    /// <summary>Any file, more than 5 bytes, at most 20 MiB.</summary>
    File,

    /// <summary>An AMR recording, at most 2 MiB and 60 seconds.</summary>
    Voice,
}

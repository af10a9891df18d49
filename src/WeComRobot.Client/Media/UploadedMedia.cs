using System;

namespace WeComRobot.Media;

/// <summary>
/// An uploaded file, to which file and voice messages and the fields of cards refer. If only the id is known, all else is null.
/// </summary>
public sealed record UploadedMedia
{
    /// <summary>How long a media id lives (service.md#media-ids).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>The media id.</summary>
    public string MediaId { get; init; } = "";

    /// <summary>The type of the upload.</summary>
    public MediaType? Type { get; init; }

    /// <summary>The name that members see.</summary>
    public string? Name { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The only robot that can send it, as its address is shown: host and fingerprint of the key.</summary>
    public string? Robot { get; init; }

    /// <summary>When the service accepted it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>From when on the service refuses the id.</summary>
    public DateTimeOffset? ExpiresAt => CreatedAt + Lifetime;

    /// <summary>Creates the media for an id alone, which only the service can check.</summary>
    public static UploadedMedia FromId(string mediaId) => new() { MediaId = mediaId };

    /// <summary>Returns the id, after checking that this robot can still send it as this type.</summary>
    /// <param name="robot">The robot that will send it, as its address is shown.</param>
    /// <param name="type">The type of message that will carry it.</param>
    /// <param name="now">The time of sending.</param>
    /// <exception cref="WeComException">InvalidMedia: uploaded by another robot, as another type, or expired.</exception>
    public string IdFor(string robot, MediaType type, DateTimeOffset now) =>
        Robot is not null && robot != Robot ? throw Unusable(Strings.MediaOfOtherRobot.With(Name, Robot, robot))
        : Type is not null && type != Type ? throw Unusable(Strings.MediaOfOtherType.With(Name, Type, type))
        : now >= ExpiresAt ? throw Unusable(Strings.MediaExpired.With(Name, ExpiresAt))
        : MediaId;

    private static WeComException Unusable(string what) => new(FailureCause.InvalidMedia, what, Strings.UploadAgain);
}

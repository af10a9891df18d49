using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.Media;

/// <summary>
/// The media ids that robots still have: the same content under the same name need not be uploaded again while its id lives
/// (service.md#media-ids). A cache that is lost or cannot be used costs one more upload.
/// </summary>
/// <param name="stateFolder">Finds the state folder, each time anew; null keeps nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class MediaCache(Func<string?> stateFolder, TimeProvider time)
{
    private const string FolderName = "media";
    private const int HashDigits = 16;

    private static readonly StateJson<CachedMedia[]> Json = new(MediaCacheContext.Default.CachedMediaArray, maxBytes: 1024 * 1024);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // An id must outlive the post that carries it, and the clocks may differ
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>The upload of a content that the robot still has; null if none is known.</summary>
    public CachedMedia? Find(string keyHash, string contentKey) =>
        Change(keyHash, all => null)?.FirstOrDefault(media => media.ContentKey == contentKey);

    /// <summary>Whether the robot is known to have a media id.</summary>
    public bool Has(string keyHash, string mediaId) => Change(keyHash, all => null)?.Any(media => media.MediaId == mediaId) == true;

    /// <summary>Keeps an upload, in place of an older one of the same content.</summary>
    public void Keep(string keyHash, CachedMedia media) =>
        Change(keyHash, all => [.. all.Where(other => other.ContentKey != media.ContentKey), media]);

    /// <summary>Forgets an id that the service refuses.</summary>
    /// <returns>Whether it was known.</returns>
    public bool Drop(string keyHash, string mediaId)
    {
        var known = false;
        Change(keyHash, all =>
        {
            known = all.Any(media => media.MediaId == mediaId);
            return [.. all.Where(media => media.MediaId != mediaId)];
        });
        return known;
    }

    /// <summary>The live ids of a robot, after a change; null if the file cannot be used.</summary>
    private IReadOnlyList<CachedMedia>? Change(string keyHash, Func<IReadOnlyList<CachedMedia>, CachedMedia[]?> change)
    {
        try
        {
            if (stateFolder() is not { } folder)
            {
                return null;
            }

            var path = Path.Combine(StateFolder.CreateSubfolder(folder, FolderName), keyHash.Substring(0, HashDigits) + ".json");
            using var file = StateFile.Open(path, Patience);
            var live = (Json.ReadLine(file) ?? []).Where(IsLive).ToArray();
            if (change(live) is { } changed)
            {
                Json.WriteLine(file, live = changed);
            }

            return live;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return null;
        }
    }

    private bool IsLive(CachedMedia? media) =>
        media is { ContentKey: not null, MediaId.Length: > 0 } && media.CreatedAt <= time.GetUtcNow() + Margin
        && time.GetUtcNow() - media.CreatedAt < UploadedMedia.Lifetime - Margin;
}

/// <summary>One upload that a robot has.</summary>
/// <param name="ContentKey">A hash of content, type and name.</param>
/// <param name="MediaId">Its id.</param>
/// <param name="CreatedAt">When the service took it.</param>
internal sealed record CachedMedia(string ContentKey, string MediaId, DateTimeOffset CreatedAt);

[JsonSerializable(typeof(CachedMedia[]))]
internal sealed partial class MediaCacheContext : JsonSerializerContext;

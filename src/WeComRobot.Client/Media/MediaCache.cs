using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.Media;

/// <summary>
/// The media ids that robots still have: the same content under the same name need not be uploaded again while its id is valid
/// (service.md#media-ids). If the cache is lost or cannot be used, the only cost is another upload.
/// </summary>
/// <param name="stateFolder">Returns the state folder, which may change; nothing is kept while it is null.</param>
/// <param name="time">The clock.</param>
internal sealed class MediaCache(Func<string?> stateFolder, TimeProvider time)
{
    private const string FolderName = "media";
    private const int HashDigits = 16;

    private static readonly StateJson<CachedMedia[]> Json = new(MediaCacheContext.Default.CachedMediaArray, maxBytes: 1024 * 1024);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(2);

    // An id must still be valid when the post that carries it arrives, and clocks may differ
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>Finds the upload of a file that the robot still has; null if none is known.</summary>
    /// <exception cref="WeComException">InvalidMedia: the file cannot be read.</exception>
    public CachedMedia? Find(string keyHash, MediaFile file)
    {
        // Only a file of the size of a known one needs to be read and hashed
        var sameSize = Change(keyHash, all => null)?.Where(media => media.Size == file.Size).ToArray() ?? [];
        var contentKey = sameSize.Length > 0 ? ContentHash.Compute(file) : null;
        return sameSize.FirstOrDefault(media => media.ContentKey == contentKey);
    }

    /// <summary>Whether the robot is known to have a media id.</summary>
    public bool Contains(string keyHash, string mediaId) => Change(keyHash, all => null)?.Any(media => media.MediaId == mediaId) == true;

    /// <summary>Adds an upload, in place of an older one of the same content.</summary>
    public void Add(string keyHash, CachedMedia media) =>
        Change(keyHash, all => [.. all.Where(other => other.ContentKey != media.ContentKey), media]);

    /// <summary>Forgets an id that the service refuses.</summary>
    /// <returns>Whether it was known.</returns>
    public bool Remove(string keyHash, string mediaId)
    {
        var known = false;
        Change(keyHash, all =>
        {
            known = all.Any(media => media.MediaId == mediaId);
            return [.. all.Where(media => media.MediaId != mediaId)];
        });
        return known;
    }

    /// <summary>Changes the uploads of a robot and returns those that are still valid; null if the file cannot be used.</summary>
    private IReadOnlyList<CachedMedia>? Change(string keyHash, Func<IReadOnlyList<CachedMedia>, CachedMedia[]?> change)
    {
        try
        {
            if (stateFolder() is not { } folder)
            {
                return null;
            }

            var path = Path.Combine(StateFolder.CreateSubfolder(folder, FolderName), keyHash.Substring(0, HashDigits) + ".json");
            using var file = StateFile.Open(path, LockTimeout);
            var valid = (Json.ReadLine(file) ?? []).Where(IsValid).ToArray();
            if (change(valid) is { } changed)
            {
                Json.WriteLine(file, valid = changed);
            }

            return valid;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return null;
        }
    }

    private bool IsValid(CachedMedia? media) =>
        media is { MediaId.Length: > 0 } && media.CreatedAt <= time.GetUtcNow() + Margin
        && time.GetUtcNow() - media.CreatedAt < UploadedMedia.Lifetime - Margin;
}

/// <summary>One upload that a robot has.</summary>
/// <param name="ContentKey">A hash of content, type and name; null if it is not known.</param>
/// <param name="MediaId">Its id.</param>
/// <param name="CreatedAt">When the service accepted it.</param>
/// <param name="Size">The file's size in bytes.</param>
internal sealed record CachedMedia(string? ContentKey, string MediaId, DateTimeOffset CreatedAt, long Size);

[JsonSerializable(typeof(CachedMedia[]))]
internal sealed partial class MediaCacheContext : JsonSerializerContext;

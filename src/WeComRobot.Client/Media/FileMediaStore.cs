using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.State;

namespace WeComRobot.Media;

/// <summary>Keeps the uploads in a file for each robot, which the processes of this machine share.</summary>
/// <param name="stateFolder">Returns the state folder, which may change; nothing is kept while it is null.</param>
/// <param name="time">The clock.</param>
internal sealed class FileMediaStore(Func<string?> stateFolder, TimeProvider time) : IMediaStore
{
    private const string FolderName = "media";
    private const int HashDigits = 16;

    private static readonly StateJson<CachedMedia[]> Json = new(CachedMediaContext.Default.CachedMediaArray, maxBytes: 1024 * 1024);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(2);

    public IReadOnlyList<CachedMedia> GetAll(string keyHash) => Change(keyHash, all => null);

    public void Add(string keyHash, CachedMedia media) =>
        Change(keyHash, all => [.. all.Where(other => other.ContentKey != media.ContentKey), media]);

    public void Remove(string keyHash, string mediaId) => Change(keyHash, all => [.. all.Where(media => media.MediaId != mediaId)]);

    /// <summary>Changes the uploads of a robot and returns those that are still valid; none if the file cannot be used.</summary>
    private IReadOnlyList<CachedMedia> Change(string keyHash, Func<IReadOnlyList<CachedMedia>, CachedMedia[]?> change)
    {
        try
        {
            if (stateFolder() is not { } folder)
            {
                return [];
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
            return [];
        }
    }

    private bool IsValid(CachedMedia? media) =>
        media is { MediaId.Length: > 0 } && media.CreatedAt <= time.GetUtcNow() + CachedMedia.Margin
        && time.GetUtcNow() - media.CreatedAt < UploadedMedia.Lifetime - CachedMedia.Margin;
}

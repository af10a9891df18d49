using System;
using System.Linq;

namespace WeComRobot.Media;

/// <summary>
/// The media ids that robots still have: the same content under the same name need not be uploaded again while its id is valid
/// (service.md#media-ids).
/// </summary>
/// <param name="machine">Where this machine keeps them.</param>
internal sealed class MediaCache(IMediaStore machine)
{
    private IMediaStore? _fleet;

    private IMediaStore Store => _fleet ?? machine;

    /// <summary>Shares them with a fleet from now on.</summary>
    /// <param name="share">Returns the fleet's store, given the machine's.</param>
    public void Join(Func<IMediaStore, IMediaStore> share) => _fleet = share(machine);

    /// <summary>Finds the upload of a file that the robot still has; null if none is known.</summary>
    /// <exception cref="WeComException">InvalidMedia: the file cannot be read.</exception>
    public CachedMedia? Find(string keyHash, MediaFile file)
    {
        // Only a file of the size of a known one needs to be read and hashed
        var sameSize = Store.GetAll(keyHash).Where(media => media.Size == file.Size).ToArray();
        var contentKey = sameSize.Length > 0 ? ContentHash.Compute(file) : null;
        return sameSize.FirstOrDefault(media => media.ContentKey == contentKey);
    }

    /// <summary>Whether the robot is known to have a media id.</summary>
    public bool Contains(string keyHash, string mediaId) => Store.GetAll(keyHash).Any(media => media.MediaId == mediaId);

    /// <summary>Adds an upload, in place of an older one of the same content.</summary>
    public void Add(string keyHash, CachedMedia media) => Store.Add(keyHash, media);

    /// <summary>Forgets an id that the service refuses.</summary>
    /// <returns>Whether it was known.</returns>
    public bool Remove(string keyHash, string mediaId)
    {
        var known = Contains(keyHash, mediaId);
        Store.Remove(keyHash, mediaId);
        return known;
    }
}

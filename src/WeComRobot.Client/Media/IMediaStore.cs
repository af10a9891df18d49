using System.Collections.Generic;

namespace WeComRobot.Media;

/// <summary>Where it is kept which uploads robots still have. If it cannot be used, nothing is known, and the only cost is another upload.</summary>
internal interface IMediaStore
{
    /// <summary>The uploads of a robot whose ids are still valid.</summary>
    /// <param name="keyHash">The hash of the robot's key.</param>
    IReadOnlyList<CachedMedia> GetAll(string keyHash);

    /// <summary>Adds an upload, in place of an older one of the same content.</summary>
    void Add(string keyHash, CachedMedia media);

    /// <summary>Removes an upload.</summary>
    void Remove(string keyHash, string mediaId);
}

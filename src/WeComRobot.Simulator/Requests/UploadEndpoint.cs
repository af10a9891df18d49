using System;
using System.Buffers.Text;
using System.Linq;
using System.Security.Cryptography;
using WeComRobot.Simulator.Media;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary><c>POST /cgi-bin/webhook/upload_media</c>: accepts or refuses an upload. Its content is not stored.</summary>
internal sealed class UploadEndpoint(ChatLog log, TimeProvider time)
{
    // Encoded as 44 characters, the length of the official sample's id
    private const int MediaIdBytes = 33;

    public ServiceResponse Handle(CgiRequest request)
    {
        if (request.Robot is not { } robot)
        {
            return Refusal.UnknownUploadKey;
        }

        if (!request.IsPost)
        {
            return new Refusal(ErrorCode.RequirePost);
        }

        var type = request.Query("type");
        if (type is not ("file" or "voice"))
        {
            return new Refusal(ErrorCode.UploadType);
        }

        return request.Body is { } body
            ? Accept(robot, type, MultipartBody.Parse(request.ContentType, body).FirstOrDefault(IsFile))
            : new Refusal(ErrorCode.FileTooLarge);
    }

    /// <summary>The file of a request, whether it would be accepted or not.</summary>
    public static UploadedFile Describe(CgiRequest request)
    {
        var file = request.Body is { } body ? MultipartBody.Parse(request.ContentType, body).FirstOrDefault(IsFile) : null;
        var name = file?.Disposition is { } line ? ContentDisposition.Parse(line).DisplayName : null;
        return new(request.Query("type"), name, file?.Content.Length);
    }

    // The field's name need not be "media". Inferred: it must have a name, and the first of several files is taken.
    private static bool IsFile(MultipartSection section) =>
        section.Disposition is { } line && ContentDisposition.Parse(line) is { Name.Length: > 0, FileName.Length: > 0 };

    private ServiceResponse Accept(Robot robot, string type, MultipartSection? file)
    {
        if (file?.Disposition is not { } line)
        {
            return new Refusal(ErrorCode.EmptyMedia);
        }

        if (UploadLimits.Check(type, file.Content) is { } refusal)
        {
            return refusal;
        }

        var disposition = ContentDisposition.Parse(line);
        var media = new ReceivedMedia
        {
            MediaId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MediaIdBytes)),
            Key = robot.Key,
            Type = type,
            DisplayName = disposition.DisplayName ?? "",
            ContentDisposition = line,
            Size = file.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            FileLength = disposition.FileLength,
            CreatedAt = time.GetUtcNow(),
            Seconds = type == "voice" ? AmrFile.ReadDuration(file.Content)?.TotalSeconds : null,
        };
        log.Accept(media);
        return new ServiceResponse(Upload: media);
    }
}

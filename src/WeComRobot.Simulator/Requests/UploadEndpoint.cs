using System;
using System.Buffers.Text;
using System.Linq;
using System.Security.Cryptography;
using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Media;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary><c>POST /cgi-bin/webhook/upload_media</c>: judges an upload and keeps what is known of it.</summary>
internal sealed class UploadEndpoint(ChatLog log, TimeProvider time)
{
    // 44 characters, as the official sample has
    private const int IdBytes = 33;

    public Answer Answer(CgiRequest request)
    {
        if (request.Robot is not { } robot)
        {
            return Refusal.InvalidParameter("key");
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

    // The field's name need not be "media"; inferred: that it has one, and that the first file of several counts
    private static bool IsFile(MultipartPart part) =>
        part.Disposition is { } line && Disposition.Parse(line) is { Name.Length: > 0, FileName.Length: > 0 };

    private Answer Accept(Robot robot, string type, MultipartPart? part)
    {
        if (part?.Disposition is not { } line)
        {
            return new Refusal(ErrorCode.EmptyMedia);
        }

        if (UploadLimits.Check(type, part.Content) is { } refusal)
        {
            return refusal;
        }

        var disposition = Disposition.Parse(line);
        var media = new ReceivedMedia
        {
            MediaId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)),
            Key = robot.Key,
            Type = type,
            DisplayName = disposition.DisplayName ?? "",
            ContentDisposition = line,
            Size = part.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(part.Content)),
            FileLength = disposition.FileLength,
            CreatedAt = time.GetUtcNow(),
            Seconds = type == "voice" ? AmrVoice.Duration(part.Content)?.TotalSeconds : null,
        };
        log.Accept(media);
        return new Answer(Upload: media);
    }
}

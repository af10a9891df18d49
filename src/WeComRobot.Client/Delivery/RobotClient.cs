using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Content;
using WeComRobot.Limits;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Sends one message or uploads one file: checks it, waits for the robot's rate window, posts, and believes only errcode 0.</summary>
public sealed class RobotClient : IDisposable
{
    private readonly Transports _transports;
    private readonly RateWindows _windows;
    private readonly TimeProvider _time;

    /// <summary>Makes a client with rate windows of its own; see <see cref="Shared"/> for the process's.</summary>
    /// <param name="time">The clock; the system's where null.</param>
    /// <param name="limit">The rate limit of each robot; the official 20 a minute where null.</param>
    public RobotClient(TimeProvider? time = null, RateLimit? limit = null)
    {
        _time = time ?? TimeProvider.System;
        _transports = new Transports(_time);
        _windows = new RateWindows(limit ?? RateLimit.Official, _time);
    }

    /// <summary>The client of this process: all its runspaces share one rate window for each key.</summary>
    public static RobotClient Shared { get; } = new();

    /// <summary>Sends one message.</summary>
    /// <param name="robot">To which robot.</param>
    /// <param name="message">The message; it is held against every rule of the official page first. MessageCheck.Run tells recommendations too.</param>
    /// <param name="options">Time-out and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends waiting and posting at once.</param>
    /// <exception cref="WeComException">Why it was not delivered, or that it may have been.</exception>
    public async Task<Receipt> SendAsync(
        WebhookAddress robot, Message message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) =>
        (await SendAsync(robot, [message], options, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Sends the parts of one message, one after the other; no other message of this process to this robot lands between them.</summary>
    /// <param name="robot">To which robot.</param>
    /// <param name="parts">The parts; each is held against every rule of the official page before the first is posted.</param>
    /// <param name="options">Time-out of each post, and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends waiting and posting at once.</param>
    /// <exception cref="PartialDeliveryException">A part of several was not delivered, or may not have been; no later one was posted.</exception>
    /// <exception cref="WeComException">Why the only part was not delivered.</exception>
    public async Task<IReadOnlyList<Receipt>> SendAsync(
        WebhookAddress robot, IReadOnlyList<Message> parts, DeliveryOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        foreach (var part in parts)
        {
            MessageCheck.ThrowIfInvalid(part);
        }

        var receipts = new List<Receipt>(parts.Count);
        void Waiting(TimeSpan left) => options.Observer?.Waiting(left);
        using var slot = await _windows.For(robot.KeyHash, options.RateLimit).ReserveAsync(Waiting, cancellationToken).ConfigureAwait(false);
        foreach (var part in parts)
        {
            if (receipts.Count > 0)
            {
                await slot.NextAsync(Waiting, cancellationToken).ConfigureAwait(false);
            }

            try
            {
                await PostAsync(robot, part, options, cancellationToken).ConfigureAwait(false);
            }
            catch (WeComException failure)
            {
                if (failure.Cause == FailureCause.NotSent)
                {
                    slot.Release();
                }

                throw parts.Count == 1 ? failure : new PartialDeliveryException(failure, parts, receipts.Count);
            }

            receipts.Add(ReceiptOf(robot, part, slot.Waited) with { Part = receipts.Count + 1, PartCount = parts.Count });
            options.Observer?.Delivered(receipts[receipts.Count - 1]);
        }

        return receipts;
    }

    /// <summary>Uploads one file (group-robot-api.md, 文件上传接口).</summary>
    /// <param name="robot">The robot that will send it: no other can.</param>
    /// <param name="file">The checked file; its owner closes it.</param>
    /// <param name="options">Time-out and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends the upload at once.</param>
    /// <exception cref="WeComException">Why it was not uploaded.</exception>
    public async Task<UploadedMedia> UploadAsync(
        WebhookAddress robot, MediaFile file, DeliveryOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var observer = options.Observer;
        if (file.Name != file.WantedName)
        {
            observer?.Warning(Strings.UploadNameChanged.With(file.Name));
        }

        observer?.Verbose(Strings.PostingFile.With(file.Name, file.Size, robot));
        var type = file.Type == MediaType.Voice ? "voice" : "file";
        using var body = new UploadContent(file, UploadContent.NewBoundary(), sent => observer?.Uploading(file.Name, sent, file.Size));
        var answer = await PostAsync(PostRequest.Upload(robot, type, body), options, cancellationToken).ConfigureAwait(false);
        WarnOf(robot, answer, observer);
        return new UploadedMedia
        {
            MediaId = answer.MediaId is { Length: > 0 } id
                ? id
                : throw new WeComException(FailureCause.UnexpectedAnswer, Strings.NoMediaId.With(robot), Strings.UnexpectedAnswerRemedy),
            Type = file.Type,
            Name = file.Name,
            Size = file.Size,
            Robot = robot.ToString(),
            CreatedAt = answer.UploadedAt ?? _time.GetUtcNow(),
        };
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _transports.Dispose();

    private async Task PostAsync(WebhookAddress robot, Message message, DeliveryOptions options, CancellationToken cancellationToken)
    {
        var json = MessageJson.ToUtf8(message);
        options.Observer?.Posting();
        options.Observer?.Verbose(Strings.PostingMessage.With(message.MessageType, json.Length, robot));
        var body = new ByteArrayContent(json);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        WarnOf(robot, await PostAsync(PostRequest.Message(robot, body), options, cancellationToken).ConfigureAwait(false), options.Observer);
    }

    /// <summary>errcode 0 can carry a warning: delivered all the same (server-behaviour.md, "The envelope").</summary>
    private static void WarnOf(WebhookAddress robot, Answer answer, IDeliveryObserver? observer)
    {
        if (answer.ErrorMessage is var text && text.StartsWith("Warning", StringComparison.OrdinalIgnoreCase))
        {
            observer?.Warning(Strings.DeliveredWithWarning.With(robot.Redact(ServerMessage.Parse(text).Text)));
        }
    }

    /// <summary>45009 closes the window, whatever was posted: uploads may count as well (server-behaviour.md, Limits).</summary>
    private async Task<Answer> PostAsync(PostRequest post, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var transport = _transports.For(options.Proxy, options.ProxyCredential);
            return Verdict.Of(post, await transport.PostAsync(post, options.Timeout, cancellationToken).ConfigureAwait(false));
        }
        catch (WeComException failure) when (Verdict.ClosesWindow(failure))
        {
            _windows.For(post.Robot.KeyHash, options.RateLimit).Close();
            throw;
        }
    }

    private Receipt ReceiptOf(WebhookAddress robot, Message message, TimeSpan waited) => new()
    {
        Robot = robot.ToString(),
        MessageType = message.MessageType,
        SentAt = _time.GetUtcNow(),
        Waited = waited,
        MediaId = (message as FileMessage)?.File?.MediaId ?? (message as VoiceMessage)?.Voice?.MediaId,
    };
}

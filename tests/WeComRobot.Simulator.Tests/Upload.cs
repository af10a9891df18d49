using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests;

/// <summary>Upload requests written byte by byte.</summary>
internal static class Upload
{
    public const string Boundary = "acebdf13572468";
    public const string Disposition = "Content-Disposition: form-data; name=\"media\"; filename=\"wework.txt\"; filelength=6";

    public static async Task<Envelope> UploadAsync(
        this SimulatorTest test,
        byte[] content,
        string type = "file",
        string key = SimulatorTest.Key,
        string disposition = Disposition,
        string contentType = $"multipart/form-data; boundary={Boundary}")
    {
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"--{Boundary}\r\n{disposition}\r\nContent-Type: application/octet-stream\r\n\r\n"),
            .. content,
            .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
        ];
        return await test.PostUploadAsync(body, $"key={key}&type={type}", contentType);
    }

    public static async Task<Envelope> PostUploadAsync(
        this SimulatorTest test, byte[] body, string query, string contentType = $"multipart/form-data; boundary={Boundary}")
    {
        var request = new ByteArrayContent(body);
        request.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await SimulatorTest.ReadAsync(
            await test.Http.PostAsync(new Uri(test.Server.BaseAddress, $"cgi-bin/webhook/upload_media?{query}"), request));
    }

    public static async Task<string> MediaIdAsync(this SimulatorTest test, string type = "file") =>
        (await test.UploadAsync(type == "voice" ? AmrBytes.Narrow(50) : new byte[6], type)).Field("media_id");
}
